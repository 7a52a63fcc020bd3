// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Recursion {
    /// A node, its parent, and what is below it.
    public struct Tree: Codable, Hashable, Sendable, FieldComparable {
        public var parent: Tree? {
            get { _parent.wrappedValue }
            set { _parent.wrappedValue = newValue }
        }
        private var _parent: Indirect<Tree?>
        public var children: [Tree]?
        public var term: Term?

        public init(parent: Tree? = nil, children: [Tree]? = nil, term: Term? = nil) {
            self._parent = Indirect(wrappedValue: parent)
            self.children = children
            self.term = term
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self._parent = Indirect(wrappedValue: fields.optional("parent"))
            self.children = fields.optional("children")
            self.term = fields.optional("term")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.optional("parent", self.parent)
            fields.optional("children", self.children)
            fields.optional("term", self.term)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.optional(left.parent, right.parent)
            fields.optionalArray(left.children, right.children)
            fields.optional(left.term, right.term)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.optional(self.parent, into: &hasher)
            FieldHasher.optionalArray(self.children, into: &hasher)
            FieldHasher.optional(self.term, into: &hasher)
        }
    }
}
