/// The templates and the runtime's sources the tool was built with.
public enum Templates {
    /// Path relative to the `Templates` folder, and contents, sorted by path.
    public static var files: [(path: String, contents: String)] { embeddedTemplates }
}
