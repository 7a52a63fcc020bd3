nonisolated extension ClientResponse {
    /// Decodes the body as a form (`application/x-www-form-urlencoded`). A repeated name becomes an array.
    public func form<T: Decodable>() throws -> T {
        let pairs = try text().split(separator: "&").map { pair -> Node.Member in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Node.Member(
                name: Self.unescaped(parts[0]), value: .text(parts.count > 1 ? Self.unescaped(parts[1]) : ""))
        }
        return try Self.decode(.object(collecting: pairs), limits)
    }

    private static func unescaped(_ text: Substring) -> String {
        let spaced = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return PercentEncoding.decode(String(decoding: spaced, as: UTF8.self))
    }
}

nonisolated extension Node {
    /// An object whose repeated names become arrays.
    static func object(collecting list: [Member]) -> Node {
        var names: [String] = []
        var positions: [String: Int] = [:]
        var values: [[Node]] = []
        for member in list {
            if let position = positions[member.name] {
                values[position].append(member.value)
            } else {
                positions[member.name] = names.count
                names.append(member.name)
                values.append([member.value])
            }
        }
        return .object(
            zip(names, values).map { name, all in Member(name: name, value: all.count == 1 ? all[0] : .array(all)) })
    }
}
