internal import Foundation

extension [UInt8] {
    /// What the open file `descriptor` holds from where it is read next, at most `size` bytes. Foundation would read it into memory
    /// that then has to be copied.
    package init(reading descriptor: Int32, size: Int) throws(SystemReason) {
        var failure: Int32?
        self = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
            while count < room.count {
                let free = unsafe UnsafeMutableBufferPointer(rebasing: room[count...])
                let more = unsafe read(descriptor, free.baseAddress, free.count)
                if more > 0 {
                    count += more
                } else if more == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno; break
                }
            }
        }
        if let failure { throw SystemReason(failure) }
    }
}
