import YAML

/// Filters (RFC 9535, section 2.3.5) and functions (section 2.4), with the types of functions checked.
extension JSONPathParser {
    mutating func condition() throws(SyntaxError) -> JSONPath.Condition {
        var branches = [try conjunction()]
        while takeOperator("||") { branches.append(try conjunction()) }
        return branches.count == 1 ? branches[0] : .any(branches)
    }

    private mutating func conjunction() throws(SyntaxError) -> JSONPath.Condition {
        var parts = [try term()]
        while takeOperator("&&") { parts.append(try term()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// Takes an operator and the blanks around it; nothing where it does not stand here.
    private mutating func takeOperator(_ word: StaticString) -> Bool {
        let start = at
        skipBlanks()
        guard take(word) else {
            at = start
            return false
        }
        skipBlanks()
        return true
    }

    private mutating func term() throws(SyntaxError) -> JSONPath.Condition {
        if take("!") {
            skipBlanks()
            return .not(try peek() == UInt8(ascii: "(") ? parenthesis() : test())
        }
        return try peek() == UInt8(ascii: "(") ? parenthesis() : comparisonOrTest()
    }

    private mutating func parenthesis() throws(SyntaxError) -> JSONPath.Condition {
        at += 1
        skipBlanks()
        let inner = try nested { parser throws(SyntaxError) in try parser.condition() }
        skipBlanks()
        guard take(")") else { throw unexpected("')'") }
        return inner
    }

    /// What stands alone or on one side of a comparison.
    private enum Side {
        case operand(JSONPath.Operand)
        case query(JSONPath.Query)
        case condition(JSONPath.Condition)
    }

    private mutating func test() throws(SyntaxError) -> JSONPath.Condition {
        let start = at
        switch try side() {
        case .query(let query): return .exists(query)
        case .condition(let condition): return condition
        case .operand: throw SyntaxError(message: "a value must be compared with something", offset: start)
        }
    }

    private mutating func comparisonOrTest() throws(SyntaxError) -> JSONPath.Condition {
        let start = at
        let left = try side()
        let end = at
        skipBlanks()
        guard let comparison = takeComparison() else {
            at = start
            let condition = try test()
            at = end
            return condition
        }
        skipBlanks()
        let first = try operand(left, start)
        let other = at
        return .compare(first, comparison, try operand(try side(), other))
    }

    private mutating func takeComparison() -> JSONPath.Comparison? {
        for (word, comparison) in [
            ("==" as StaticString, JSONPath.Comparison.equal), ("!=", .unequal), ("<=", .lessOrEqual),
            (">=", .greaterOrEqual), ("<", .less), (">", .greater),
        ] where take(word) { return comparison }
        return nil
    }

    private func operand(_ side: Side, _ start: Int) throws(SyntaxError) -> JSONPath.Operand {
        switch side {
        case .operand(let operand): return operand
        case .query(let query) where query.isSingular: return .query(query)
        case .query:
            throw SyntaxError(message: "a query that may select several nodes can't be compared", offset: start)
        case .condition:
            throw SyntaxError(message: "a logical expression can't be compared", offset: start)
        }
    }

    private mutating func side() throws(SyntaxError) -> Side {
        if let query = try query() { return .query(query) }
        if let literal = try literal() { return .operand(.literal(literal)) }
        let name = word()
        guard !name.isEmpty, peek(name.utf8.count) == UInt8(ascii: "(") else {
            throw unexpected("'@', '$', a literal or a function")
        }
        return try nested { parser throws(SyntaxError) in try parser.function(name) }
    }

    private mutating func query() throws(SyntaxError) -> JSONPath.Query? {
        if take("@") { return JSONPath.Query(isAbsolute: false, segments: try segments()) }
        if take("$") { return JSONPath.Query(isAbsolute: true, segments: try segments()) }
        return nil
    }

    // MARK: Functions

    private mutating func function(_ name: String) throws(SyntaxError) -> Side {
        let start = at
        at += name.utf8.count + 1
        skipBlanks()
        let result: Side
        switch name {
        case "length": result = .operand(.length(try valueArgument()))
        case "count": result = .operand(.count(try nodesArgument()))
        case "value": result = .operand(.value(try nodesArgument()))
        case "match", "search":
            let text = try valueArgument()
            skipBlanks()
            guard take(",") else { throw unexpected("',' and a second argument") }
            skipBlanks()
            result = .condition(.matches(text, pattern: try valueArgument(), isWhole: name == "match"))
        default:
            throw SyntaxError(
                message: "unknown function '\(name)'", offset: start,
                hint: "use length, count, match, search and value")
        }
        skipBlanks()
        guard take(")") else { throw unexpected("')'") }
        return result
    }

    private mutating func valueArgument() throws(SyntaxError) -> JSONPath.Operand {
        let start = at
        return try operand(try side(), start)
    }

    private mutating func nodesArgument() throws(SyntaxError) -> JSONPath.Query {
        let start = at
        guard let query = try query() else {
            throw SyntaxError(message: "expected a query as the argument", offset: start)
        }
        return query
    }
}
