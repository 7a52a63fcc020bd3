/// The templates and the runtime's sources that the tool was built with.
public enum Templates {
    /// Path relative to the `Templates` folder, or to `Sources` for the runtime, and contents; sorted by path.
    public static var files: [(path: String, contents: String)] { embeddedTemplates }
}
