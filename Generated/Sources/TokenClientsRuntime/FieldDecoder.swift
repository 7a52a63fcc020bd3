#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decodes the members of an object, for `init(from:)` of generated types.
///
/// A method for each type of member, never inlined, keeps generated code small and quick to compile. For the same reason
/// only ``value(_:)`` throws: the other methods store the first error for ``finish()`` and return an empty value.
public nonisolated struct FieldDecoder {
    let source: FieldSource

    /// Creates a decoder of the members of an object.
    ///
    /// - Throws: ``DecodingFailure`` or `DecodingError` if the value is not an object.
    public init(_ decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder {
            guard tree.node.isObject else { throw tree.mismatch("an object", tree.node) }
            tree.firstError = nil
            source = tree
        } else {
            source = ContainerFields(try decoder.container(keyedBy: FieldKey.self))
        }
    }

    /// Throws the first error of the other methods, if there was one.
    public func finish() throws { if let error = source.firstError { throw error } }

    func required<T: Decodable>(_ name: String, _ empty: @autoclosure () -> T) -> T {
        do { return try source.field(name) } catch {
            source.report(error)
            return empty()
        }
    }

    /// Decodes a required member: a string.
    @inline(never) public func string(_ name: String) -> String { required(name, "") }
    /// Decodes a required member: a Boolean.
    @inline(never) public func bool(_ name: String) -> Bool { required(name, false) }
    /// Decodes a required member: an integer.
    @inline(never) public func int(_ name: String) -> Int { required(name, 0) }
    /// Decodes a required member: a 32-bit integer.
    @inline(never) public func int32(_ name: String) -> Int32 { required(name, 0) }
    /// Decodes a required member: a 64-bit integer.
    @inline(never) public func int64(_ name: String) -> Int64 { required(name, 0) }
    /// Decodes a required member: an unsigned 64-bit integer.
    @inline(never) public func uint64(_ name: String) -> UInt64 { required(name, 0) }
    /// Decodes a required member: a `Double`.
    @inline(never) public func double(_ name: String) -> Double { required(name, 0) }
    /// Decodes a required member: a `Float`.
    @inline(never) public func float(_ name: String) -> Float { required(name, 0) }
    /// Decodes a required member: a `Decimal`.
    @inline(never) public func decimal(_ name: String) -> Decimal { required(name, 0) }
    /// Decodes a required member: a date-time.
    @inline(never) public func dateTime(_ name: String) -> DateTime { required(name, DateTime(Date())) }
    /// Decodes a required member: a date.
    @inline(never) public func date(_ name: String) -> CalendarDate { required(name, CalendarDate(dayNumber: 0)) }
    /// Decodes a required member: Base64 data.
    @inline(never) public func data(_ name: String) -> Data { required(name, Data()) }
    /// Decodes a required member: any JSON value.
    @inline(never) public func json(_ name: String) -> JSONValue { required(name, .null) }
    /// Decodes a required member: an array.
    @inline(never) public func array<T: Decodable>(_ name: String) -> [T] { required(name, []) }
    /// Decodes a required member: an object with values of one type.
    @inline(never) public func dictionary<T: Decodable>(_ name: String) -> [String: T] { required(name, [:]) }
    /// Decodes a required member: an enum.
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String) -> T where T.RawValue == String {
        required(name, T(rawValue: ""))
    }

    /// Decodes a required member: a value of any type.
    ///
    /// - Throws: ``DecodingFailure`` if the member is missing or has another type.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T { try source.field(name) }

    /// Decodes an optional member: a string.
    @inline(never) public func optionalString(_ name: String) -> String? { optional(name) }
    /// Decodes an optional member: a Boolean.
    @inline(never) public func optionalBool(_ name: String) -> Bool? { optional(name) }
    /// Decodes an optional member: an integer.
    @inline(never) public func optionalInt(_ name: String) -> Int? { optional(name) }
    /// Decodes an optional member: a 32-bit integer.
    @inline(never) public func optionalInt32(_ name: String) -> Int32? { optional(name) }
    /// Decodes an optional member: a 64-bit integer.
    @inline(never) public func optionalInt64(_ name: String) -> Int64? { optional(name) }
    /// Decodes an optional member: an unsigned 64-bit integer.
    @inline(never) public func optionalUInt64(_ name: String) -> UInt64? { optional(name) }
    /// Decodes an optional member: a `Double`.
    @inline(never) public func optionalDouble(_ name: String) -> Double? { optional(name) }
    /// Decodes an optional member: a `Float`.
    @inline(never) public func optionalFloat(_ name: String) -> Float? { optional(name) }
    /// Decodes an optional member: a `Decimal`.
    @inline(never) public func optionalDecimal(_ name: String) -> Decimal? { optional(name) }
    /// Decodes an optional member: a date-time.
    @inline(never) public func optionalDateTime(_ name: String) -> DateTime? { optional(name) }
    /// Decodes an optional member: a date.
    @inline(never) public func optionalDate(_ name: String) -> CalendarDate? { optional(name) }
    /// Decodes an optional member: Base64 data.
    @inline(never) public func optionalData(_ name: String) -> Data? { optional(name) }
    /// Decodes an optional member: any JSON value. `null` is a value; `nil` means that the member is absent.
    @inline(never) public func optionalJSON(_ name: String) -> JSONValue? {
        optional(name) ?? (source.isNull(name) ? .null : nil)
    }

    /// Decodes an optional member: a value of any type. Absent and `null` are `nil`.
    @inline(never) public func optional<T: Decodable>(_ name: String) -> T? {
        do { return try source.optionalField(name) } catch {
            source.report(error)
            return nil
        }
    }

    /// Decodes a required member that may be `null`. If it is missing, it counts as `null`.
    @inline(never) public func nullable<T: Decodable>(_ name: String) -> T? { optional(name) }

    /// Decodes all members except those with some names (`additionalProperties`).
    @inline(never) public func rest<T: Decodable>(except names: String...) -> [String: T] {
        do { return try source.fields(except: Set(names)) } catch {
            source.report(error)
            return [:]
        }
    }
}

/// The source of ``FieldDecoder``: the runtime's own tree, or the container of another decoder.
nonisolated class FieldSource {
    final var firstError: (any Error)?

    final func report(_ error: any Error) { if firstError == nil { firstError = error } }

    func isNull(_ name: String) -> Bool { false }
    func field<T: Decodable>(_ name: String) throws -> T { throw DecodingFailure(path: [name], reason: "missing") }
    /// `nil` for an absent member and for `null`.
    func optionalField<T: Decodable>(_ name: String) throws -> T? { nil }
    func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] { [:] }
}

nonisolated final class ContainerFields: FieldSource {
    private let container: KeyedDecodingContainer<FieldKey>

    init(_ container: KeyedDecodingContainer<FieldKey>) { self.container = container }

    override func isNull(_ name: String) -> Bool {
        container.contains(FieldKey(name)) && (try? container.decodeNil(forKey: FieldKey(name))) == true
    }

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
