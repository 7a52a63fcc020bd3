import Diagnostics

/// A key for use inside a message: as code where it could be one of OpenAPI's, else like any text of a document.
func code(_ key: String) -> String {
    let isPlain =
        key.utf8.count <= 40 && !key.isEmpty
        && key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "$"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    return isPlain ? "`\(key)`" : quote(key)
}
