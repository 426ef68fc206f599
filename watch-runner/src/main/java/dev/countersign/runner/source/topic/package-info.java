/** Topics of Kafka as a log: begin with {@link dev.countersign.runner.source.topic.TopicSource}. */
@NullMarked
package dev.countersign.runner.source.topic;

import org.jspecify.annotations.NullMarked;
