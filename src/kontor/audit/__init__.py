"""The one audit trail: who did what to which object, before and after. Rows are only ever added."""
