/// What makes a value of a union without the name of its case: a literal or a variable of the only branch of its JSON type.
public struct UnionConversion: Sendable {
    /// The JSON types that have literals.
    public enum Kind: Hashable, Sendable { case string, array, dictionary, number }

    /// Which literal or initializer makes a value of the union.
    public var kind: Kind
    /// The index of the case.
    public var index: Int
    /// The payload's type without `null`.
    public var payload: TypeReference
    /// The same behind aliases.
    public var resolved: TypeReference
}

extension API {
    /// The conversions to a union, for each JSON type that exactly one of its branches has, in the order of the branches.
    public func conversions(to union: Union) -> [UnionConversion] {
        let all = union.cases.enumerated().compactMap { conversion($1.type, index: $0) }
        let counts = Dictionary(grouping: all, by: \.kind).mapValues(\.count)
        return all.filter { counts[$0.kind] == 1 }
    }

    private func conversion(_ type: TypeReference, index: Int) -> UnionConversion? {
        let payload = if case .nullable(let wrapped) = type { wrapped } else { type }
        let resolved = resolved(payload)
        return kind(of: resolved).map {
            UnionConversion(kind: $0, index: index, payload: payload, resolved: resolved)
        }
    }

    private func kind(of type: TypeReference) -> UnionConversion.Kind? {
        switch type {
        case .array: return .array
        case .dictionary: return .dictionary
        case .scalar(let scalar): return scalar.conversionKind
        case .named(let id):
            guard case .enumeration(let enumeration) = self[id].shape else { return nil }
            return switch enumeration.rawType {
            case .string: .string
            case .integer, .unsigned, .number: .number
            case .boolean: nil
            }
        case .json, .nullable: return nil
        }
    }
}

extension ScalarType {
    fileprivate var conversionKind: UnionConversion.Kind? {
        switch self {
        case .string, .dateTime, .instant, .date, .time, .duration, .uuid, .url, .base64, .binary: .string
        case .integer, .int32, .int64, .uint64, .double, .float, .decimal, .unixTime: .number
        case .boolean: nil
        }
    }
}
