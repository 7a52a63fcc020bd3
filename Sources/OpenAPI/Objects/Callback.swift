public import Diagnostics
import YAML

/// Requests the service sends after an operation (Callback Object).
public struct Callback: Sendable {
    public var name: String
    public var namePlace: Place
    /// One per run-time expression, which is the item's ``PathItem/template``.
    public var items: [PathItem] = []
    public var pointer: String
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
