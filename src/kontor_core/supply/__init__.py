"""From a row of somebody's list to an organisation that may be published: pure, without a database."""
