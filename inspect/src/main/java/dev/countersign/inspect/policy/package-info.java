/** What an organisation lets its models be made of. */
@NullMarked
package dev.countersign.inspect.policy;

import org.jspecify.annotations.NullMarked;
