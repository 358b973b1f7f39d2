"""People who sign in. What they may do follows from memberships kept in the apps above."""
