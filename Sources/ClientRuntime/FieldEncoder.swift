#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Writes the members of an object, for `encode(to:)` of generated types; the counterpart of ``FieldDecoder``.
///
/// No call throws: the first error is kept for ``finish()``.
public nonisolated struct FieldEncoder {
    private let target: FieldTarget

    public init(_ encoder: any Encoder) {
        if let tree = encoder as? NodeEncoder {
            tree.beginMembers()
            target = tree
        } else {
            target = ContainerTarget(encoder.container(keyedBy: FieldKey.self))
        }
    }

    /// - Throws: The first error of the calls before.
    public func finish() throws { if let error = target.firstError { throw error } }

    @inline(never) public func string(_ name: String, _ value: String) { target.add(name, value) }
    @inline(never) public func bool(_ name: String, _ value: Bool) { target.add(name, value) }
    @inline(never) public func int(_ name: String, _ value: Int) { target.add(name, value) }
    @inline(never) public func int32(_ name: String, _ value: Int32) { target.add(name, value) }
    @inline(never) public func int64(_ name: String, _ value: Int64) { target.add(name, value) }
    @inline(never) public func uint64(_ name: String, _ value: UInt64) { target.add(name, value) }
    @inline(never) public func double(_ name: String, _ value: Double) { target.add(name, value) }
    @inline(never) public func float(_ name: String, _ value: Float) { target.add(name, value) }
    @inline(never) public func decimal(_ name: String, _ value: Decimal) { target.add(name, value) }
    @inline(never) public func dateTime(_ name: String, _ value: DateTime) { target.add(name, value) }
    @inline(never) public func date(_ name: String, _ value: CalendarDate) { target.add(name, value) }
    @inline(never) public func uuid(_ name: String, _ value: UUIDText) { target.add(name, value) }
    @inline(never) public func url(_ name: String, _ value: URLText) { target.add(name, value) }
    @inline(never) public func data(_ name: String, _ value: Data) { target.add(name, value) }
    @inline(never) public func json(_ name: String, _ value: JSONValue) { target.add(name, value) }
    @inline(never) public func array<T: Encodable>(_ name: String, _ value: [T]) { target.add(name, value) }
    @inline(never) public func dictionary<T: Encodable>(_ name: String, _ value: [String: T]) {
        target.add(name, value)
    }
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String, _ value: T) where T.RawValue == String {
        target.add(name, value.rawValue)
    }

    /// A member of any type.
    @inline(never) public func value<T: Encodable>(_ name: String, _ value: T) { target.add(name, value) }

    @inline(never) public func optionalString(_ name: String, _ value: String?) { optional(name, value) }
    @inline(never) public func optionalBool(_ name: String, _ value: Bool?) { optional(name, value) }
    @inline(never) public func optionalInt(_ name: String, _ value: Int?) { optional(name, value) }
    @inline(never) public func optionalInt32(_ name: String, _ value: Int32?) { optional(name, value) }
    @inline(never) public func optionalInt64(_ name: String, _ value: Int64?) { optional(name, value) }
    @inline(never) public func optionalUInt64(_ name: String, _ value: UInt64?) { optional(name, value) }
    @inline(never) public func optionalDouble(_ name: String, _ value: Double?) { optional(name, value) }
    @inline(never) public func optionalFloat(_ name: String, _ value: Float?) { optional(name, value) }
    @inline(never) public func optionalDecimal(_ name: String, _ value: Decimal?) { optional(name, value) }
    @inline(never) public func optionalDateTime(_ name: String, _ value: DateTime?) { optional(name, value) }
    @inline(never) public func optionalDate(_ name: String, _ value: CalendarDate?) { optional(name, value) }
    @inline(never) public func optionalUUID(_ name: String, _ value: UUIDText?) { optional(name, value) }
    @inline(never) public func optionalURL(_ name: String, _ value: URLText?) { optional(name, value) }
    @inline(never) public func optionalData(_ name: String, _ value: Data?) { optional(name, value) }
    @inline(never) public func optionalJSON(_ name: String, _ value: JSONValue?) { optional(name, value) }

    /// A member of any type that is left out where it is `nil`.
    @inline(never) public func optional<T: Encodable>(_ name: String, _ value: T?) {
        if let value { target.add(name, value) }
    }

    /// A member of any type that is `null` where it is `nil`.
    @inline(never) public func nullable<T: Encodable>(_ name: String, _ value: T?) { target.add(name, value) }

    /// A member for which absent and `null` are two things.
    @inline(never) public func optionalNullable<T: Encodable>(_ name: String, _ value: Nullable<T>?) {
        if let value { target.add(name, value.value) }
    }

    /// Further members (`additionalProperties`), by name; to be written first, so that a member the type declares
    /// wins over one of the same name.
    @inline(never) public func rest<T: Encodable>(_ fields: [String: T]) {
        for field in fields.sorted(by: { $0.key < $1.key }) { target.add(field.key, field.value) }
    }
}

/// Where ``FieldEncoder`` writes to: the runtime's own tree, or the container of another encoder.
nonisolated class FieldTarget {
    private(set) var firstError: (any Error)?

    final func add<T: Encodable>(_ name: String, _ value: T) {
        do { try write(name, value) } catch { if firstError == nil { firstError = error } }
    }

    func write<T: Encodable>(_ name: String, _ value: T) throws {}
}

nonisolated final class ContainerTarget: FieldTarget {
    private var container: KeyedEncodingContainer<FieldKey>

    init(_ container: KeyedEncodingContainer<FieldKey>) { self.container = container }

    override func write<T: Encodable>(_ name: String, _ value: T) throws {
        try container.encode(value, forKey: FieldKey(name))
    }
}
