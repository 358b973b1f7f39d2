"""Supply: registers and lists come in, are compared with what is there, and can be taken back; two entries of one company become one."""
