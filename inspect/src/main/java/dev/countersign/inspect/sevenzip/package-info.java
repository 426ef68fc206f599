/** 7z archives, unpacked by Commons Compress in bounds. */
@NullMarked
package dev.countersign.inspect.sevenzip;

import org.jspecify.annotations.NullMarked;
