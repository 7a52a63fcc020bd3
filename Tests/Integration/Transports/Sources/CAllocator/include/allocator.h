#pragma once
#include <stddef.h>

/// Bytes of memory that have been allocated and not freed; 0 where the allocator does not tell.
size_t allocator_bytes_in_use(void);
