"""Industry classifications: ISIC Rev.4 as hub, NACE/WZ 2008, GB/T 4754-2017, and the roads between them."""
