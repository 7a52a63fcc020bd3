public import Diagnostics
public import YAML

/// A value someone might send or get (Example Object).
public struct Example: Sendable {
    /// The key, or empty for an `example`.
    public var name: String
    /// A short description of the example.
    public var summary: String?
    /// CommonMark.
    public var description: String?
    /// `value` or `dataValue`. The value itself is not looked into.
    public var value: Node?
    /// How the value looks when it is sent (3.2).
    public var serializedValue: String?
    /// Where the value can be found; never fetched.
    public var externalValue: String?
    /// The location of the object, or of the value of an `example`.
    public var place: Place
    /// The key under `components/examples`, where it was declared there.
    public var componentName: String?
}

private enum ExampleKey: String, ObjectKey {
    case summary, description, value, dataValue, serializedValue, externalValue

    static let table = KeyTable<ExampleKey>("an example", only: [(.v3_2 ... .newest, [.dataValue, .serializedValue])])
}

extension Reader {
    func example(_ start: Located, name: String) -> Example? {
        guard let end = follow(start, .examples, otherwise: "the example \(quote(name)) is skipped") else {
            return nil
        }
        let located = end.located
        var example = Example(name: name, place: located.place)
        let isMapping = read(located) { (key: ExampleKey, entry, located) in
            switch key {
            case .summary: example.summary = prose(entry, in: located)
            case .description: example.description = prose(entry, in: located)
            case .value, .dataValue: example.value = entry.value
            case .serializedValue: example.serializedValue = text(entry)
            case .externalValue: example.externalValue = text(entry)
            }
        }
        guard isMapping else { return nil }
        example.summary = end.summary ?? example.summary
        example.description = end.description ?? example.description
        example.componentName = componentNames.name(of: .examples, at: located.pointer)
        return example
    }
}
