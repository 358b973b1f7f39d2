"""Who a company is: register numbers checked offline, names taken apart, and whether two entries mean the same one."""
