/// The tool's version, as `--version` shows it and the manifest records it.
public let toolVersion = "0.1.0"
