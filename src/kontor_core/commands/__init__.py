"""The commands of the core, a module each with `main(arguments) -> exit code`."""
