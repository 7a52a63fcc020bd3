import ClientModel

/// Whether JSON values can be read as a type and written back as they were.
///
/// What a value was asked of each declaration is asked once, so that unions of unions cost no more than their edges.
struct Fitting: Sendable {
    private struct Question: Hashable {
        var sample: Sample
        var type: TypeID
    }

    let api: API
    /// The answers within one call; `false` while the answer is being looked for.
    private var known: [Question: Bool] = [:]
    private var depth = 0

    init(api: API) { self.api = api }

    mutating func fits(_ sample: Sample, _ type: TypeReference) -> Bool {
        if depth == 0 { known.removeAll(keepingCapacity: true) }
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { return false }
        switch type {
        case .json: return true
        case .scalar(let scalar): return fits(sample, scalar)
        case .nullable(let inner): return sample == .null || fits(sample, inner)
        case .array(let element):
            guard case .array(let elements) = sample else { return false }
            return elements.allSatisfy { fits($0, element) }
        case .dictionary(let value):
            guard case .object(let members) = sample else { return false }
            return members.allSatisfy { fits($0.value, value) }
        case .named(let id):
            switch api[id].shape {
            case .enumeration(let enumeration): return fits(sample, enumeration)
            case .alias, .structure, .union: return fits(sample, declared: id)
            }
        }
    }

    private mutating func fits(_ sample: Sample, declared id: TypeID) -> Bool {
        let question = Question(sample: sample, type: id)
        if let answer = known[question] { return answer }
        known[question] = false
        let answer =
            switch api[id].shape {
            case .alias(let target): fits(sample, target)
            case .enumeration(let enumeration): fits(sample, enumeration)
            case .structure(let structure): fits(sample, structure)
            case .union(let union): branch(of: sample, union) != nil
            }
        known[question] = answer
        return answer
    }

    private mutating func fits(_ sample: Sample, _ structure: Structure) -> Bool {
        guard case .object(let members) = sample else { return false }
        var names = NameTable()
        for property in structure.properties { _ = names.insert(property.wireName) }
        var found = 0
        for member in members {
            guard let position = names.position(of: member.name) else {
                guard let further = structure.additionalProperties, fits(member.value, further) else { return false }
                continue
            }
            let property = structure.properties[position]
            if property.isRequired { found += 1 }
            if member.value == .null, property.type != .json {
                guard property.presence == .requiredNullable || property.presence == .optionalNullable else {
                    return false
                }
            } else if !fits(member.value, property.type) {
                return false
            }
        }
        return found == structure.properties.count(where: \.isRequired)
    }

    /// The case a value is of: the one its discriminator names, or the only one it fits.
    mutating func branch(of sample: Sample, _ union: Union) -> Int? {
        switch union.selection {
        case .discriminator(let property, let mapping):
            let value = sample[property]?.tag
            guard let index = mapping.first(where: { $0.value == value })?.case ?? union.fallback else { return nil }
            let type = union.cases[index].type
            if fits(sample, type) { return index }
            guard case .object(let members) = sample else { return nil }
            return fits(.object(members.filter { $0.name != property }), type) ? index : nil
        case .shape:
            var fitting: Int?
            for (index, one) in union.cases.enumerated() where fits(sample, one.type) {
                if fitting != nil { return nil }
                fitting = index
            }
            return fitting
        }
    }

    private func fits(_ sample: Sample, _ enumeration: Enumeration) -> Bool {
        switch (sample, enumeration.rawType) {
        case (.string, .string), (.boolean, .boolean): true
        case (.number(let text), .integer): Int64(text).map { String($0) == text } ?? false
        case (.number(let text), .unsigned): UInt64(text).map { String($0) == text } ?? false
        case (.number(let text), .number): isExact(text)
        default: false
        }
    }

    private func fits(_ sample: Sample, _ scalar: ScalarType) -> Bool {
        switch (sample, scalar) {
        case (.boolean, .boolean), (.string, .string): return true
        case (.number(let text), .integer), (.number(let text), .int64):
            return Int64(text).map { String($0) == text } ?? false
        case (.number(let text), .int32): return Int32(text).map { String($0) == text } ?? false
        case (.number(let text), .uint64): return UInt64(text).map { String($0) == text } ?? false
        case (.number(let text), .double): return isExact(text)
        case (.number(let text), .float): return isExact(text) && text.utf8.count < 7
        case (.number(let text), .decimal): return isExact(text)
        case (.string(let text), .date): return isDate(text)
        case (.string(let text), .dateTime): return isDateTime(text)
        // Written in UTC, and with a fraction only where there is one.
        case (.string(let text), .instant): return isDateTime(text) && text.utf8.count == 20 && text.hasSuffix("Z")
        case (.number(let text), .unixTime): return Int64(text).map { String($0) == text } ?? false
        case (.string(let text), .time): return isDateTime("2024-01-01T\(text)")
        case (.string(let text), .duration): return isDuration(text)
        case (.string(let text), .uuid): return isUUID(text)
        case (.string(let text), .url): return isURL(text)
        case (.string(let text), .base64): return isBase64(text)
        default: return false
        }
    }
}

/// Whether a number has a short plain spelling, which any of Swift's types keeps.
private func isExact(_ text: String) -> Bool {
    text.utf8.count < 16 && text.utf8.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2D } && text != "-0"
        && Double(text) != nil
}

private func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
        let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil
    else { return false }
    return (1...12).contains(month) && (1...28).contains(day)
}

private func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
        isDate(String(decoding: bytes[..<10], as: UTF8.self))
    else { return false }
    let clock = String(decoding: bytes[11..<19], as: UTF8.self).split(separator: ":").map { Int($0) ?? 99 }
    return clock.count == 3 && clock[0] < 24 && clock[1] < 60 && clock[2] < 60
}

/// Whether a text is a duration of whole days, hours and the like.
private func isDuration(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "P"), text.utf8.count < 20 else { return false }
    var units = Array("YMWDTHMS".utf8)[...]
    var digits = 0
    for byte in text.utf8.dropFirst() {
        if isDigit(byte) {
            digits += 1
            continue
        }
        guard let index = units.firstIndex(of: byte), (byte == UInt8(ascii: "T")) == (digits == 0) else { return false }
        // A month comes before the `T`, a minute after it.
        guard units[..<index].contains(UInt8(ascii: "T")) == false else { return false }
        units = units[(index + 1)...]
        digits = 0
    }
    return digits == 0 && text.utf8.last != UInt8(ascii: "T") && text.utf8.count > 2
}

private func isUUID(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
        && text.utf8.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) || $0 == 0x2D }
}

private func isURL(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
    let plain = Set("-._~:/?#&=+,".utf8)
    return text.utf8.count(where: { $0 == 0x23 }) < 2
        && text.utf8.allSatisfy { isAlphanumeric($0) || plain.contains($0) } && text.utf8.count > 8
}

private func isBase64(_ text: String) -> Bool {
    text.utf8.count % 4 == 0
        && text.utf8.reversed().drop { $0 == 0x3D }.allSatisfy { isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2F }
}
