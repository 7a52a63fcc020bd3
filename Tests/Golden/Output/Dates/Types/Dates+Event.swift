// Written by clientsmith. Do not edit.

public import ClientRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

nonisolated extension Dates {
    public struct Event: Codable, Hashable, Sendable, FieldComparable {
        public var at: DateTime
        public var day: CalendarDate?
        public var time: TimeOfDay?
        public var length: CalendarDuration?
        public var created: Int64?
        public var link: URLText?
        public var price: String?
        public var image: Data?

        public init(
            at: DateTime,
            day: CalendarDate? = nil,
            time: TimeOfDay? = nil,
            length: CalendarDuration? = nil,
            created: Int64? = nil,
            link: URLText? = nil,
            price: String? = nil,
            image: Data? = nil
        ) {
            self.at = at
            self.day = day
            self.time = time
            self.length = length
            self.created = created
            self.link = link
            self.price = price
            self.image = image
        }

        public init(from decoder: any Decoder) throws {
            let fields = try FieldDecoder(decoder)
            self.at = fields.dateTime("at")
            self.day = fields.optionalDate("day")
            self.time = fields.optional("time")
            self.length = fields.optional("length")
            self.created = fields.optionalInt64("created")
            self.link = fields.optionalURL("link")
            self.price = fields.optionalString("price")
            self.image = fields.optionalData("image")
            try fields.finish()
        }

        public func encode(to encoder: any Encoder) throws {
            let fields = FieldEncoder(encoder)
            fields.dateTime("at", self.at)
            fields.optionalDate("day", self.day)
            fields.optional("time", self.time)
            fields.optional("length", self.length)
            fields.optionalInt64("created", self.created)
            fields.optionalURL("link", self.link)
            fields.optionalString("price", self.price)
            fields.optionalData("image", self.image)
            try fields.finish()
        }

        public static func areEqual(_ left: Self, _ right: Self) -> Bool {
            var fields = FieldComparison()
            fields.dateTime(left.at, right.at)
            fields.optional(left.day, right.day)
            fields.optional(left.time, right.time)
            fields.optional(left.length, right.length)
            fields.optional(left.created, right.created)
            fields.optional(left.link, right.link)
            fields.optionalString(left.price, right.price)
            fields.optional(left.image, right.image)
            return fields.isEqual
        }

        public func hash(into hasher: inout Hasher) {
            FieldHasher.dateTime(self.at, into: &hasher)
            FieldHasher.optional(self.day, into: &hasher)
            FieldHasher.optional(self.time, into: &hasher)
            FieldHasher.optional(self.length, into: &hasher)
            FieldHasher.optional(self.created, into: &hasher)
            FieldHasher.optional(self.link, into: &hasher)
            FieldHasher.optionalString(self.price, into: &hasher)
            FieldHasher.optional(self.image, into: &hasher)
        }
    }
}
