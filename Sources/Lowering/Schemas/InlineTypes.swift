import ClientModel
import Diagnostics
import OpenAPI

/// A declaration to be made if it is needed.
struct Slot {
    var type: TypeID?
    var context: Context
}

/// What a schema became.
enum Lowered {
    case reference(TypeReference)
    case declared(TypeDeclaration.Shape)
}

/// A Swift type and whether `null` may stand in its place.
struct TypeUse {
    var type: TypeReference
    var isNullable = false
}

/// What became of inline schemas.
struct InlineTypes {
    /// Those that are done.
    var references: Memo<TypeReference>
    /// Those that have a declaration, which may be unfinished.
    var types: Memo<TypeID>
    /// Those being lowered.
    var open: Memo<Void>
    var depth = 0
    /// Declarations that a reference reached before the location where they belong.
    var misplaced: Set<TypeID> = []
    /// The declaration that the inline schemas of a schema's properties are nested in.
    var enclosing: [SchemaID: TypeID] = [:]

    init(schemas: Int) {
        references = Memo(schemas: schemas)
        types = Memo(schemas: schemas)
        open = Memo(schemas: schemas)
    }
}

extension SchemaConverter {
    /// The Swift type of a value that must satisfy all of `members`, declared in `context` where it needs a declaration.
    mutating func use(_ members: [SchemaID], in context: Context, decided: [SchemaID] = []) -> TypeUse {
        for member in members { lookup.visited[member.index] = true }
        let isNullable = members.allSatisfy { facts.index.isNullable($0) }
        if let type = facts.configuredUse(members) {
            return TypeUse(type: type, isNullable: isNullable && type != .json)
        }
        let simple = decided.isEmpty ? facts.simplify(members) : members
        if decided.isEmpty, simple.count == 1, facts.isComponent(simple[0]) {
            return TypeUse(
                type: .named(componentType(simple[0])), isNullable: isNullable || facts.index.isNullable(simple[0]))
        }
        let type = lowerInline(Conjunction(simple, decided: decided), in: context)
        return TypeUse(type: type, isNullable: isNullable && type != .json)
    }

    private mutating func lowerInline(_ conjunction: Conjunction, in context: Context) -> TypeReference {
        let isHome = stands(conjunction, in: context)
        if let type = inline.types[conjunction] {
            if isHome, inline.misplaced.remove(type) != nil { move(type, to: context) }
            return inline.references[conjunction] ?? .named(type)
        }
        if let known = inline.references[conjunction] { return known }
        if budget.isSpent { return .json }
        guard inline.open[conjunction] == nil, inline.depth < 400 else {
            reportEndless(conjunction)
            return .json
        }
        inline.open[conjunction] = ()
        inline.depth += 1
        defer {
            inline.open[conjunction] = nil
            inline.depth -= 1
        }
        var slot = Slot(type: nil, context: isHome ? context : foreignContext(conjunction))
        let reference: TypeReference
        switch shape(mergedSchema(of: conjunction), of: conjunction, in: &slot) {
        case .reference(let type): reference = type
        case .declared(let shape):
            let type = declare(&slot, conjunction)
            complete(type, as: shape)
            if !isHome { inline.misplaced.insert(type) }
            reference = .named(type)
        }
        inline.references[conjunction] = reference
        return reference
    }

    /// Makes the declaration of a slot, once.
    mutating func declare(_ slot: inout Slot, _ conjunction: Conjunction) -> TypeID {
        if let type = slot.type { return type }
        let context = slot.context
        let first = facts.document[conjunction.members[0]]
        let type = declarations.append(
            Draft(
                scope: scope(of: context), names: context.stem.typeNames, stem: context.stem,
                wireName: context.wireName,
                pointer: first.pointer, place: first.place,
                documentation: facts.documentation(of: conjunction.members[0]),
                shape: .alias(.json), source: conjunction, rank: .nested))
        slot.type = type
        if inline.types[conjunction] == nil { inline.types[conjunction] = type }
        for member in conjunction.members where inline.enclosing[member] == nil { inline.enclosing[member] = type }
        return type
    }

    private mutating func scope(of context: Context) -> TypeDeclaration.Scope {
        context.component.map { .type(componentType($0)) } ?? context.scope
    }

    private mutating func move(_ type: TypeID, to context: Context) {
        declarations[type].scope = scope(of: context)
        declarations[type].names = context.stem.typeNames
        declarations[type].stem = context.stem
        declarations[type].wireName = context.wireName
        declarations[type].rank = .nested
    }

    /// Whether an inline schema is written where it is used, and not referred to from elsewhere.
    private func stands(_ conjunction: Conjunction, in context: Context) -> Bool {
        guard let only = conjunction.single else { return true }
        return facts.document[only].pointer.hasPrefix(context.pointer)
    }

    private mutating func reportEndless(_ conjunction: Conjunction) {
        let schema = facts.document[conjunction.members[0]]
        report(
            Diagnostic(
                .degraded, .endlessType, "'\(schema.pointer)' refers only to itself; its type is a JSON value",
                at: schema.place))
    }

    /// The home of a schema that is no component and was reached through a reference: named after the end of its pointer.
    private func foreignContext(_ conjunction: Conjunction) -> Context {
        let pointer = facts.document[conjunction.members[0]].pointer
        return Context(scope: .service, stem: .path(pointerWords(pointer)), wireName: pointer, pointer: pointer)
    }
}

/// What a pointer says, outermost first. For example: `models/pet.yaml#/properties/tag` is `models`, `pet` and `tag`.
func pointerWords(_ pointer: String) -> [String] {
    let noise: Set<String> = [
        "schema", "items", "additionalProperties", "properties", "allOf", "oneOf", "anyOf", "components", "schemas",
        "$defs", "definitions", "$ref", "#", "",
    ]
    let tokens = pointer.split(separator: "/").map { token -> String in
        guard token.hasSuffix("#") else { return String(token) }
        return String(token.dropLast().prefix { $0 != "." })
    }
    let words = tokens.filter { !noise.contains($0) && !$0.utf8.allSatisfy(isDigit) }
    return words.isEmpty ? [pointer] : words
}
