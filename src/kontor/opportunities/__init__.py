"""Published cooperation profiles: what someone offers or seeks, for whom, until when."""
