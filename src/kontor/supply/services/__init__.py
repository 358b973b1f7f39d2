"""Acts of supply: bringing files in and taking them back, merging and telling apart."""

from kontor.supply.services.importing import Request, Result, bring_in, one_at_a_time, result_of, try_out
from kontor.supply.services.merging import Preview, dismiss, merge, preview, unmerge
from kontor.supply.services.undoing import Undone, undo

__all__ = ["Preview", "Request", "Result", "Undone", "bring_in", "dismiss", "merge", "one_at_a_time", "preview", "result_of", "try_out", "undo", "unmerge"]
