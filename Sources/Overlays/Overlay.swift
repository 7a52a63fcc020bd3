public import Diagnostics
import YAML

/// An Overlay document (Overlay Specification 1.0 and 1.1): changes to an OpenAPI document that is not edited itself.
///
/// For example: one action with the target `$.paths['/pets'].get` and the update `{operationId: listPets}`.
public struct Overlay: Sendable {
    /// The document it is for, as a URI reference relative to the overlay, where it says so.
    public var extends: (reference: String, place: Place)?
    /// In the order they are applied, each to what the ones before it left.
    var actions: [Action]

    /// Action Object.
    struct Action: Sendable {
        enum Change: Sendable {
            case remove
            case update(Node)
            case copy(JSONPath, place: Place)
        }

        var target: JSONPath
        /// Of the target.
        var place: Place
        var change: Change
    }
}
