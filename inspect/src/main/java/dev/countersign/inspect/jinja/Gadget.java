package dev.countersign.inspect.jinja;

import dev.countersign.inspect.Rule;

/**
 * One thing that a template would reach.
 *
 * @param at the character in the template, from 0
 * @param what it is, in the words of the template
 */
public record Gadget(Rule rule, int at, String what) {}
