/** Lists of what Countersign knows: families of attacks and public catalogues. */
@NullMarked
package dev.countersign.cli.list;

import org.jspecify.annotations.NullMarked;
