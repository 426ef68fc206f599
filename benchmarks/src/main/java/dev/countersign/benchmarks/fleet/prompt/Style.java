package dev.countersign.benchmarks.fleet.prompt;

import java.util.List;
import java.util.random.RandomGenerator;

/** What benign users of a chat send; most of them share wordings with others, as people do. */
enum Style {
  /** A question of one's own. */
  CHATTER {
    @Override
    String text(Texts texts, int habit, RandomGenerator random) {
      return texts.draw(random);
    }
  },
  /** An application that puts the same words before each document, for all of its users. */
  APPLICATION {
    @Override
    String text(Texts texts, int habit, RandomGenerator random) {
      return TASKS.get(habit % TASKS.size()) + "\n\n" + texts.draw(random);
    }
  },
  /** Mail that is passed on, with a footer that all of a company have. */
  FORWARDER {
    @Override
    String text(Texts texts, int habit, RandomGenerator random) {
      return "Please answer this mail.\n\n"
          + texts.draw(random)
          + "\n\n--\n"
          + FOOTERS.get(habit % FOOTERS.size());
    }
  },
  /** Questions that everybody asks. */
  FREQUENT {
    @Override
    String text(Texts texts, int habit, RandomGenerator random) {
      return Wording.of(QUESTIONS.get(random.nextInt(QUESTIONS.size())), random);
    }
  };

  private static final List<String> TASKS =
      List.of(
          "You are the assistant of a help desk. Summarise the customer's message below in two"
              + " sentences, say how urgent it is, and answer in the customer's language.",
          "Translate the following text into plain English for readers of twelve years. Keep names"
              + " and numbers as they are and leave nothing out.",
          "Extract every date, place and person from the document below and return them as a table"
              + " with three columns. Do not invent anything.",
          "You review contracts. List the obligations of either side in the following passage, and"
              + " mark each that has no deadline.",
          "Write a friendly reply to the message below on behalf of the shop. Never promise a"
              + " refund; offer to call back instead.",
          "Correct the spelling and grammar of this text and return only the corrected text, without"
              + " explanations.");
  private static final List<String> FOOTERS =
      List.of(
          "This message and its attachments are confidential and meant for the addressee only. If"
              + " you have received it in error, please delete it and tell the sender.",
          "Please consider the environment before you print this message. Registered office: 12"
              + " Harbour Street. Managing directors are named on our website.",
          "You receive this newsletter since you have subscribed to it. Click here to unsubscribe,"
              + " or change how often we write to you in your settings.",
          "Our general terms and conditions apply to all deliveries. Complaints must be sent in"
              + " writing within fourteen days of delivery to the address above.");
  private static final List<String> QUESTIONS =
      List.of(
          "[What|Which] are your opening hours [on Saturdays|this week|on public holidays]?",
          "How [can|do] I reset my password[| if I no longer have my old phone]?",
          "Where is my [parcel|order|delivery]? It was [due|promised for] [today|yesterday|Monday].",
          "Can I [return|exchange] an article [without the receipt|after thirty days]?",
          "How do I [cancel|change|pause] my [subscription|contract|booking]?",
          "[Why was|Can you explain why] my card [declined|charged twice]?");

  /** A message; who has a habit keeps to it. */
  abstract String text(Texts texts, int habit, RandomGenerator random);
}
