"""Personal data: the register of data classes, from which export, erasure and the privacy page are made."""
