#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Reads the members of an object, for `init(from:)` of generated types.
///
/// A call for each kind of member, and none of them inlined, keeps generated code small and quick to compile. For the
/// same reason only ``value(_:)`` throws at once: the others keep the first error for ``finish()`` and go on with an
/// empty value.
public nonisolated struct FieldDecoder {
    private let source: FieldSource

    /// - Throws: Where there is no object to read.
    public init(_ decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder {
            guard tree.node.isObject else { throw tree.mismatch("an object", tree.node) }
            tree.firstError = nil
            source = tree
        } else {
            source = ContainerFields(try decoder.container(keyedBy: FieldKey.self))
        }
    }

    /// - Throws: The first error of the calls before.
    public func finish() throws { if let error = source.firstError { throw error } }

    private func required<T: Decodable>(_ name: String, _ empty: @autoclosure () -> T) -> T {
        do { return try source.field(name) } catch {
            source.report(error)
            return empty()
        }
    }

    @inline(never) public func string(_ name: String) -> String { required(name, "") }
    @inline(never) public func bool(_ name: String) -> Bool { required(name, false) }
    @inline(never) public func int(_ name: String) -> Int { required(name, 0) }
    @inline(never) public func int32(_ name: String) -> Int32 { required(name, 0) }
    @inline(never) public func int64(_ name: String) -> Int64 { required(name, 0) }
    @inline(never) public func uint64(_ name: String) -> UInt64 { required(name, 0) }
    @inline(never) public func double(_ name: String) -> Double { required(name, 0) }
    @inline(never) public func float(_ name: String) -> Float { required(name, 0) }
    @inline(never) public func decimal(_ name: String) -> Decimal { required(name, 0) }
    @inline(never) public func dateTime(_ name: String) -> DateTime { required(name, DateTime(Date())) }
    @inline(never) public func date(_ name: String) -> CalendarDate { required(name, CalendarDate(dayNumber: 0)) }
    @inline(never) public func uuid(_ name: String) -> UUIDText { required(name, UUIDText("")) }
    @inline(never) public func url(_ name: String) -> URLText { required(name, URLText("")) }
    @inline(never) public func data(_ name: String) -> Data { required(name, Data()) }
    @inline(never) public func json(_ name: String) -> JSONValue { required(name, .null) }
    @inline(never) public func array<T: Decodable>(_ name: String) -> [T] { required(name, []) }
    @inline(never) public func dictionary<T: Decodable>(_ name: String) -> [String: T] { required(name, [:]) }
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String) -> T where T.RawValue == String {
        required(name, T(rawValue: ""))
    }

    /// A required member of any type.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T { try source.field(name) }

    @inline(never) public func optionalString(_ name: String) -> String? { optional(name) }
    @inline(never) public func optionalBool(_ name: String) -> Bool? { optional(name) }
    @inline(never) public func optionalInt(_ name: String) -> Int? { optional(name) }
    @inline(never) public func optionalInt32(_ name: String) -> Int32? { optional(name) }
    @inline(never) public func optionalInt64(_ name: String) -> Int64? { optional(name) }
    @inline(never) public func optionalUInt64(_ name: String) -> UInt64? { optional(name) }
    @inline(never) public func optionalDouble(_ name: String) -> Double? { optional(name) }
    @inline(never) public func optionalFloat(_ name: String) -> Float? { optional(name) }
    @inline(never) public func optionalDecimal(_ name: String) -> Decimal? { optional(name) }
    @inline(never) public func optionalDateTime(_ name: String) -> DateTime? { optional(name) }
    @inline(never) public func optionalDate(_ name: String) -> CalendarDate? { optional(name) }
    @inline(never) public func optionalUUID(_ name: String) -> UUIDText? { optional(name) }
    @inline(never) public func optionalURL(_ name: String) -> URLText? { optional(name) }
    @inline(never) public func optionalData(_ name: String) -> Data? { optional(name) }
    /// `null` is a value here, and `nil` says that there is no such member.
    @inline(never) public func optionalJSON(_ name: String) -> JSONValue? {
        optionalNullable(name).map { (value: Nullable<JSONValue>) in value.value ?? .null }
    }

    /// A member of any type that may be absent or `null`.
    @inline(never) public func optional<T: Decodable>(_ name: String) -> T? {
        do { return try source.optionalField(name) } catch {
            source.report(error)
            return nil
        }
    }

    /// A required member that may be `null`; where it is missing all the same, that is read as `null`.
    @inline(never) public func nullable<T: Decodable>(_ name: String) -> T? { optional(name) }

    /// A member for which absent and `null` are two things.
    @inline(never) public func optionalNullable<T: Decodable>(_ name: String) -> Nullable<T>? {
        if let value: T = optional(name) { return .value(value) }
        return source.hasField(name) ? .null : nil
    }

    /// All members but the given ones (`additionalProperties`).
    @inline(never) public func rest<T: Decodable>(except names: String...) -> [String: T] {
        do { return try source.fields(except: Set(names)) } catch {
            source.report(error)
            return [:]
        }
    }
}

/// Where ``FieldDecoder`` reads from: the runtime's own tree, or the container of another decoder.
nonisolated class FieldSource {
    final var firstError: (any Error)?

    final func report(_ error: any Error) { if firstError == nil { firstError = error } }

    func hasField(_ name: String) -> Bool { false }
    func field<T: Decodable>(_ name: String) throws -> T { throw DecodingFailure(path: [name], reason: "missing") }
    /// `nil` for an absent member and for `null`.
    func optionalField<T: Decodable>(_ name: String) throws -> T? { nil }
    func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] { [:] }
}

nonisolated final class ContainerFields: FieldSource {
    private let container: KeyedDecodingContainer<FieldKey>

    init(_ container: KeyedDecodingContainer<FieldKey>) { self.container = container }

    override func hasField(_ name: String) -> Bool { container.contains(FieldKey(name)) }

    override func field<T: Decodable>(_ name: String) throws -> T {
        try container.decode(T.self, forKey: FieldKey(name))
    }

    override func optionalField<T: Decodable>(_ name: String) throws -> T? {
        try container.decodeIfPresent(T.self, forKey: FieldKey(name))
    }

    override func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] {
        var fields: [String: T] = [:]
        for key in container.allKeys where !names.contains(key.stringValue) {
            fields[key.stringValue] = try container.decode(T.self, forKey: key)
        }
        return fields
    }
}
