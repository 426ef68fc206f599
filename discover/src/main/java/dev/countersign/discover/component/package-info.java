/**
 * What an organisation would put on a list: findings about one thing made one component. Read
 * {@link dev.countersign.discover.component.Components} first.
 */
@NullMarked
package dev.countersign.discover.component;

import org.jspecify.annotations.NullMarked;
