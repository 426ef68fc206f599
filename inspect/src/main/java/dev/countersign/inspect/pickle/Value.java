package dev.countersign.inspect.pickle;

/**
 * What stands on the stack of the machine instead of an object. A value tells what is known of the
 * object; nothing of it is ever made.
 */
public sealed interface Value permits Plain, Whole, Text, Global, Made, Items, Entries {}
