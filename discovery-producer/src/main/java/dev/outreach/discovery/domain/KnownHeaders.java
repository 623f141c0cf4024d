package dev.outreach.discovery.domain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The column names of the usual export tools: Phantombuster, Sales Navigator scrapers, Modash,
 * Apollo, Meta's own exports, and what people name columns by hand. Case, spaces and punctuation do
 * not matter.
 */
final class KnownHeaders {

  private static final Map<String, List<String>> PLATFORM_WORDS =
      Map.of(
          "instagram", List.of("instagram", "insta", "ig"),
          "facebook", List.of("facebook", "fb"),
          "linkedin", List.of("personlinkedin", "linkedin", "li"),
          "tiktok", List.of("tiktok", "tt"));

  private static final Set<String> ACCOUNT_WORDS =
      Set.of(
          "",
          "username",
          "handle",
          "user",
          "account",
          "accountusername",
          "screenname",
          "profile",
          "profileurl",
          "profilelink",
          "publicprofileurl",
          "publicidentifier",
          "url",
          "link",
          "page",
          "pageurl",
          "pageusername");

  /** Headers of an account whose platform is told elsewhere, besides {@link #ACCOUNT_WORDS}. */
  private static final Set<String> ANY_ACCOUNT =
      Set.of("defaultprofileurl", "vanityname", "creator", "creatorusername", "influencer");

  private static final Set<String> PLATFORM_NAME =
      Set.of("platform", "network", "socialnetwork", "channel");

  private static final Map<String, Detail> DETAILS =
      Map.ofEntries(
          entry("fullname", Detail.FULL_NAME),
          entry("name", Detail.FULL_NAME),
          entry("displayname", Detail.FULL_NAME),
          entry("accountname", Detail.FULL_NAME),
          entry("pagename", Detail.FULL_NAME),
          entry("profilename", Detail.FULL_NAME),
          entry("firstname", Detail.FIRST_NAME),
          entry("lastname", Detail.LAST_NAME),
          entry("bio", Detail.BIO),
          entry("biography", Detail.BIO),
          entry("about", Detail.BIO),
          entry("description", Detail.BIO),
          entry("profiledescription", Detail.BIO),
          entry("summary", Detail.BIO),
          entry("headline", Detail.BIO),
          entry("linkedinheadline", Detail.BIO),
          entry("category", Detail.CATEGORY),
          entry("categories", Detail.CATEGORY),
          entry("businesscategory", Detail.CATEGORY),
          entry("industry", Detail.CATEGORY),
          entry("niche", Detail.CATEGORY),
          entry("topic", Detail.CATEGORY),
          entry("location", Detail.LOCATION),
          entry("profilelocation", Detail.LOCATION),
          entry("city", Detail.CITY),
          entry("state", Detail.REGION),
          entry("region", Detail.REGION),
          entry("country", Detail.COUNTRY),
          entry("website", Detail.WEBSITE),
          entry("websiteurl", Detail.WEBSITE),
          entry("externalurl", Detail.WEBSITE),
          entry("companywebsite", Detail.WEBSITE),
          entry("timezone", Detail.TIME_ZONE),
          entry("tz", Detail.TIME_ZONE),
          entry("language", Detail.LANGUAGE),
          entry("locale", Detail.LANGUAGE),
          entry("externalid", Detail.EXTERNAL_ID),
          entry("userid", Detail.EXTERNAL_ID),
          entry("accountid", Detail.EXTERNAL_ID),
          entry("pageid", Detail.EXTERNAL_ID),
          entry("instagramid", Detail.EXTERNAL_ID),
          entry("followers", Detail.FOLLOWERS),
          entry("followerscount", Detail.FOLLOWERS),
          entry("followercount", Detail.FOLLOWERS),
          entry("subscribers", Detail.FOLLOWERS),
          entry("following", Detail.FOLLOWING),
          entry("followingcount", Detail.FOLLOWING),
          entry("posts", Detail.POSTS),
          entry("postscount", Detail.POSTS),
          entry("postcount", Detail.POSTS),
          entry("mediacount", Detail.POSTS),
          entry("averagelikes", Detail.AVERAGE_LIKES),
          entry("avglikes", Detail.AVERAGE_LIKES),
          entry("averagecomments", Detail.AVERAGE_COMMENTS),
          entry("avgcomments", Detail.AVERAGE_COMMENTS),
          entry("verified", Detail.VERIFIED),
          entry("isverified", Detail.VERIFIED));

  private KnownHeaders() {}

  static ColumnRole role(String header) {
    String bare = header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    if (bare.isEmpty()) {
      return new ColumnRole.Ignored();
    }
    if (PLATFORM_NAME.contains(bare)) {
      return new ColumnRole.PlatformName();
    }
    if (ACCOUNT_WORDS.contains(bare) || ANY_ACCOUNT.contains(bare)) {
      return new ColumnRole.AnyAccount();
    }
    Detail detail = DETAILS.get(bare);
    return detail == null ? ofPlatform(bare) : new ColumnRole.About(detail, Optional.empty());
  }

  private static ColumnRole ofPlatform(String bare) {
    for (Map.Entry<String, List<String>> platform : PLATFORM_WORDS.entrySet()) {
      for (String word : platform.getValue()) {
        if (bare.startsWith(word)) {
          String rest = bare.substring(word.length());
          Detail detail = DETAILS.get(rest);
          if (ACCOUNT_WORDS.contains(rest)) {
            return new ColumnRole.Account(platform.getKey());
          }
          if (detail != null) {
            return new ColumnRole.About(detail, Optional.of(platform.getKey()));
          }
        }
      }
    }
    return new ColumnRole.Ignored();
  }
}
