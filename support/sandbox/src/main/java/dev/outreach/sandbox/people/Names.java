package dev.outreach.sandbox.people;

import java.util.List;

/** The words that invented people are made of. */
final class Names {

  static final List<String> FIRST =
      List.of(
          "Mara", "Teo", "Ines", "Jonas", "Aiko", "Rafael", "Nadia", "Emil", "Lucia", "Kofi",
          "Hanna", "Mateo", "Selin", "Oskar", "Priya", "Luca", "Amina", "Finn", "Clara", "Diego",
          "Yara", "Noah", "Elif", "Samuel", "Greta", "Ravi", "Zoe", "Anton", "Leila", "Marco",
          "Freya", "Tomas", "Nora", "Ibrahim", "Sofia", "Henrik");

  static final List<String> LAST =
      List.of(
          "Lindqvist",
          "Okafor",
          "Moreau",
          "Tanaka",
          "Bauer",
          "Silva",
          "Novak",
          "Haddad",
          "Keller",
          "Rossi",
          "Jensen",
          "Petrov",
          "Duarte",
          "Meyer",
          "Osei",
          "Lambert",
          "Kaya",
          "Vogel",
          "Marin",
          "Sato",
          "Weber",
          "Costa",
          "Larsen",
          "Fontaine",
          "Mensah",
          "Richter",
          "Romano",
          "Bergman",
          "Aydin",
          "Horvat");

  static final List<String> TOPICS =
      List.of(
          "coffee",
          "ceramics",
          "yoga",
          "running",
          "vegan",
          "baking",
          "photography",
          "travel",
          "fashion",
          "skincare",
          "interior",
          "gardening",
          "fitness",
          "music",
          "illustration",
          "cycling",
          "climbing",
          "tattoo",
          "books",
          "wellness",
          "streetfood",
          "surf",
          "knitting",
          "architecture",
          "startups",
          "marketing",
          "software",
          "design");

  static final List<Person.Place> PLACES =
      List.of(
          new Person.Place("Berlin", "DE"),
          new Person.Place("Lisbon", "PT"),
          new Person.Place("Copenhagen", "DK"),
          new Person.Place("Austin", "US"),
          new Person.Place("Toronto", "CA"),
          new Person.Place("Melbourne", "AU"),
          new Person.Place("Barcelona", "ES"),
          new Person.Place("Lyon", "FR"),
          new Person.Place("Vienna", "AT"),
          new Person.Place("Rotterdam", "NL"));

  static final List<String> ROLES =
      List.of(
          "studio",
          "maker",
          "teacher",
          "photographer",
          "founder",
          "writer",
          "coach",
          "shop owner",
          "consultant",
          "barista",
          "stylist",
          "organiser");

  static final List<String> PATTERNS =
      List.of("%1$s.%2$s", "%1$s_%3$s", "%3$s.%2$s", "%1$s%2$s", "the.%2$s.%3$s", "%3$s_by_%1$s");

  static final List<String> CAPTIONS =
      List.of(
          "Slow morning, good light. #%1$s",
          "Third attempt and it finally works #%1$s #%2$s",
          "Spent the day with @%3$s talking about #%1$s",
          "New on the shelf this week, ask me anything #%1$s",
          "Grateful for @%3$s who made this possible #%2$s #%1$s",
          "A small experiment that got out of hand. #%1$s",
          "Notes from yesterday's session with @%3$s. #%1$s #%2$s",
          "What I would tell my younger self about %1$s #%1$s");

  private Names() {}
}
