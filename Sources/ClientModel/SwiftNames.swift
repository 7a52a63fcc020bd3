extension ScalarType {
    /// The type of its values in generated code.
    public var swiftName: StaticString {
        switch self {
        case .string: "String"
        case .boolean: "Bool"
        case .integer: "Int"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .dateTime: "DateTime"
        case .date: "CalendarDate"
        case .time: "TimeOfDay"
        case .duration: "CalendarDuration"
        case .uuid: "UUIDText"
        case .url: "URLText"
        case .base64: "Data"
        case .instant: "Date"
        case .unixTime: "UnixTime"
        case .binary: "FileContent"
        }
    }
}

extension Enumeration.RawType {
    /// The type of raw values in generated code.
    public var swiftName: StaticString {
        switch self {
        case .string: "String"
        case .integer: "Int64"
        case .unsigned: "UInt64"
        case .number: "Double"
        case .boolean: "Bool"
        }
    }
}
