import Diagnostics

extension Reader {
    /// Names every `operationId` that an earlier operation has already; names are settled later.
    func reportRepeatedOperationIDs(_ document: Document) {
        var seen: [String: Place] = [:]
        for item in document.paths { reportRepeated(item, &seen) }
        for webhook in document.webhooks { reportRepeated(webhook.item, &seen) }
    }

    private func reportRepeated(_ item: PathItem, _ seen: inout [String: Place]) {
        for operation in item.operations {
            if let id = operation.operationID, let place = operation.operationIDPlace {
                if let first = seen[id] {
                    report(
                        .repaired, .duplicateOperationID,
                        "the operationId \(quote(id)) stands twice; this operation gets another name", at: place,
                        notes: [.init("first here", at: first)])
                } else {
                    seen[id] = place
                }
            }
            for callback in operation.callbacks {
                for item in callback.items { reportRepeated(item, &seen) }
            }
        }
    }
}
