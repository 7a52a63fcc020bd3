public import Diagnostics
import YAML

/// Requests the service sends after an operation (Callback Object).
public struct Callback: Sendable {
    /// The key in the operation's `callbacks`, or in the components.
    public var name: String
    /// The location of that key.
    public var namePlace: Place
    /// One per run-time expression, which is the item's ``PathItem/template``.
    public var items: [PathItem] = []
    /// RFC 6901 pointer to the object, after references were followed.
    public var pointer: String
    /// The location of the object.
    public var place: Place
    /// The key under `components/callbacks`, where it was declared there.
    public var componentName: String?
}

extension Reader {
    func callback(_ start: Located, name: String, at namePlace: Place) -> Callback? {
        guard let end = follow(start, .callbacks, otherwise: "the callback \(quote(name)) is skipped"),
            var callback = once(\.callbacks, end.located, "a callback", { callback(at: end.located) })
        else { return nil }
        callback.name = name
        callback.namePlace = namePlace
        return callback
    }

    private func callback(at located: Located) -> Callback? {
        var callback = Callback(
            name: "", namePlace: located.place, pointer: located.pointer, place: located.place,
            componentName: componentNames.name(of: .callbacks, at: located.pointer))
        callback.items = members(of: located, "a callback").compactMap { item in
            item.key.hasPrefix("x-") ? nil : pathItem(item.located, template: item.entry)
        }
        return callback
    }
}
