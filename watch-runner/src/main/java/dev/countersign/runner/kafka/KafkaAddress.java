package dev.countersign.runner.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * Topics of a cluster, as a command line names them: {@code
 * kafka://broker1:9092,broker2:9092/topic}, or several topics with commas between them.
 *
 * @param servers to ask first, with ports and with commas between them
 * @param topics by name, at least one
 */
public record KafkaAddress(String servers, List<String> topics) {
  private static final String SCHEME = "kafka://";
  private static final String USUAL_PORT = "9092";
  private static final int LONGEST_TOPIC = 249;

  /** An address of copies. */
  public KafkaAddress {
    topics = List.copyOf(topics);
  }

  /** Whether a text is meant to be one. */
  public static boolean isOne(String text) {
    return text.startsWith(SCHEME);
  }

  /**
   * Reads one.
   *
   * @throws UnusableKafka if it is none
   */
  public static KafkaAddress of(String text) throws UnusableKafka {
    int slash = text.indexOf('/', SCHEME.length());
    if (!isOne(text) || slash < 0) {
      throw wrong(text, "brokers and a topic were expected");
    }
    String brokers = text.substring(SCHEME.length(), slash);
    if (brokers.contains("@")) {
      throw new UnusableKafka(
          "An address of Kafka has no user and no password, since all who use this machine could see them. Write them into a file of settings: --kafka-config client.properties");
    }
    List<String> servers = new ArrayList<>();
    for (String broker : brokers.split(",", -1)) {
      servers.add(server(broker, text));
    }
    List<String> topics = List.of(text.substring(slash + 1).split(",", -1));
    for (String topic : topics) {
      if (!isTopic(topic)) {
        throw wrong(text, "\"" + topic + "\" is no name of a topic");
      }
    }
    return new KafkaAddress(String.join(",", servers), topics.stream().distinct().toList());
  }

  private static String server(String broker, String text) throws UnusableKafka {
    int colon = broker.indexOf(':', Math.max(0, broker.indexOf(']')));
    String host = colon < 0 ? broker : broker.substring(0, colon);
    String port = colon < 0 ? USUAL_PORT : broker.substring(colon + 1);
    boolean isPort =
        !port.isEmpty() && port.length() < 6 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    if (host.isEmpty() || !isPort) {
      throw wrong(text, "\"" + broker + "\" is no host and port");
    }
    return host + ":" + port;
  }

  /** As brokers demand it. */
  private static boolean isTopic(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_TOPIC
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().allMatch(KafkaAddress::isOfTopic);
  }

  private static boolean isOfTopic(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  private static UnusableKafka wrong(String text, String why) {
    return new UnusableKafka(
        "%s is no address of a topic: %s. Write kafka://broker1:9092,broker2:9092/topic."
            .formatted(text, why));
  }

  /** As it is written. */
  public String text() {
    return SCHEME + servers + "/" + String.join(",", topics);
  }
}
