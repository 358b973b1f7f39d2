"""Acts of supply: bringing files in and taking them back, merging and telling apart."""

from kontor.supply.services.apart import tell_apart
from kontor.supply.services.importing import Request, Result, bring_in, result_of, try_out
from kontor.supply.services.merging import merge, preview, unmerge
from kontor.supply.services.undoing import Undone, undo

__all__ = ["Request", "Result", "Undone", "bring_in", "merge", "preview", "result_of", "tell_apart", "try_out", "undo", "unmerge"]
