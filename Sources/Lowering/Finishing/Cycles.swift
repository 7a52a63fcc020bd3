@_spi(Naming) import ClientModel
import Diagnostics

extension Lowerer {
    /// Marks members and payloads as indirect so that no value contains itself. Arrays and dictionaries need nothing, as
    /// they hold their elements elsewhere.
    mutating func breakCycles() {
        var walk = CycleWalk(drafts.map(\.shape))
        walk.run()
        for (index, shape) in walk.shapes.enumerated() { drafts[index].shape = shape }
    }

    /// A type alias that leads back to itself has no Swift form: it becomes a union with the one case.
    ///
    /// For example: `Nested: {type: array, items: {$ref: Nested}}` is `enum Nested { case array([Nested]) }`.
    mutating func breakAliasCircles() {
        var isDone = [Bool](repeating: false, count: drafts.count)
        for start in drafts.indices where !isDone[start] {
            var path: [Int] = []
            visitAlias(start, &path, &isDone)
        }
    }

    private mutating func visitAlias(_ index: Int, _ path: inout [Int], _ isDone: inout [Bool]) {
        guard case .alias(let type) = drafts[index].shape, !isDone[index] else { return }
        isDone[index] = true
        path.append(index)
        for next in type.mentioned {
            if path.contains(next.index) {
                drafts[index].shape = .union(Union(onlyCase: type, at: drafts[index].place))
            } else {
                visitAlias(next.index, &path, &isDone)
            }
        }
        path.removeLast()
    }
}

extension Union {
    /// A union of arrays or dictionaries alone.
    fileprivate init(onlyCase type: TypeReference, at place: Place?) {
        let isArray = if case .array = type { true } else { false }
        self.init(
            cases: [
                Case(
                    name: Identifier(sanitizing: isArray ? "array" : "dictionary"), type: type,
                    signature: Signature(kind: isArray ? .array : .object), place: place)
            ], selection: .shape)
    }
}

extension TypeReference {
    /// The declaration a value of this type holds within itself, if there is one.
    var held: TypeID? {
        switch self {
        case .scalar, .json, .array, .dictionary: nil
        case .nullable(let inner): inner.held
        case .named(let id): id
        }
    }
}

/// A depth-first walk over what values hold within themselves, which cuts every edge that leads back.
private struct CycleWalk {
    private enum State { case new, open, done }

    var shapes: [TypeDeclaration.Shape]
    private var states: [State]

    init(_ shapes: [TypeDeclaration.Shape]) {
        self.shapes = shapes
        states = Array(repeating: .new, count: shapes.count)
    }

    /// One declaration being walked through, and the position of the member to look at next.
    private struct Frame {
        var type: Int
        var member = 0
    }

    mutating func run() {
        for start in shapes.indices where states[start] == .new {
            var frames = [Frame(type: start)]
            states[start] = .open
            while var frame = frames.popLast() {
                guard let type = member(frame) else {
                    states[frame.type] = .done
                    continue
                }
                let position = frame.member
                frame.member += 1
                frames.append(frame)
                guard let held = type.held?.index else { continue }
                switch states[held] {
                case .done: break
                case .open: cut(frames.map(\.type), frame.type, position, to: held)
                case .new:
                    states[held] = .open
                    frames.append(Frame(type: held))
                }
            }
        }
    }

    private func member(_ frame: Frame) -> TypeReference? {
        switch shapes[frame.type] {
        case .structure(let structure):
            frame.member < structure.properties.count ? structure.properties[frame.member].type : nil
        case .union(let union): frame.member < union.cases.count ? union.cases[frame.member].type : nil
        case .alias(let type): frame.member == 0 ? type : nil
        case .enumeration: nil
        }
    }

    /// Makes the edge indirect; where it leaves an alias, the last member before it that can be.
    private mutating func cut(_ path: [Int], _ type: Int, _ member: Int, to held: Int) {
        switch shapes[type] {
        case .structure, .union: shapes[type].makeIndirect(member)
        case .alias, .enumeration: cutBefore(path, type)
        }
    }

    private mutating func cutBefore(_ path: [Int], _ type: Int) {
        guard let end = path.lastIndex(of: type) else { return }
        for index in path[..<end].indices.reversed() {
            let next = path[index + 1]
            switch shapes[path[index]] {
            case .structure, .union:
                for (position, part) in shapes[path[index]].heldParts.enumerated() where part.type.held?.index == next {
                    shapes[path[index]].makeIndirect(position)
                }
                return
            case .alias, .enumeration: continue
            }
        }
    }
}

extension TypeDeclaration.Shape {
    /// The parts a value holds within itself or by reference: properties, payloads, the target of an alias.
    var heldParts: [(type: TypeReference, isIndirect: Bool)] {
        switch self {
        case .structure(let structure): structure.properties.map { ($0.type, $0.isIndirect) }
        case .union(let union): union.cases.map { ($0.type, $0.isIndirect) }
        case .alias(let type): [(type, false)]
        case .enumeration: []
        }
    }

    /// Has the part at a position of ``heldParts`` held by reference; an alias has no place for that.
    mutating func makeIndirect(_ position: Int) {
        switch self {
        case .structure(var structure):
            structure.properties[position].isIndirect = true
            self = .structure(structure)
        case .union(var union):
            union.cases[position].isIndirect = true
            self = .union(union)
        case .alias, .enumeration: break
        }
    }
}
