"""What every part of the site stands on: actors, public ids, languages, errors, data classes."""
