/// The names that Windows keeps for devices: no file or folder can have one, in any case and with any extension.
public enum ReservedFileNames {
    /// In upper case, without an extension.
    public static let names: Set<String> = {
        let numbered = ["COM", "LPT"].flatMap { name in (0...9).map { "\(name)\($0)" } }
        return Set(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + numbered)
    }()

    /// Whether a component of a path is reserved: what is before its first dot, blanks at the end aside, is the name of a device.
    public static func contains(_ component: some StringProtocol) -> Bool {
        let stem = Substring(component).prefix { $0 != "." }
        return names.contains(String(stem.trimmingBlanks).uppercased())
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
