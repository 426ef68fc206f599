/**
 * The organisation's policy, which stands outside the model: what fails the gate, who may accept
 * what, what is required, what is exempt. Read {@link dev.countersign.assess.policy.Policy} first.
 */
@NullMarked
package dev.countersign.assess.policy;

import org.jspecify.annotations.NullMarked;
