"""The member cities: their list, and the page of each."""
