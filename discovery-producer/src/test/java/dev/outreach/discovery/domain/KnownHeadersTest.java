package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers of real export tools, and what we take each column for. */
class KnownHeadersTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Phantombuster Instagram"
            + "|profileUrl,username,fullName,instagramID,bio,website,followersCount,followingCount,postsCount,isVerified,isPrivate,imgUrl,query,timestamp"
            + "|username,username,full_name,external_id,bio,website,followers,following,posts,verified,,,,",
        "Phantombuster Sales Navigator"
            + "|profileUrl,fullName,firstName,lastName,companyName,title,companyId,location,summary,linkedInProfileUrl,defaultProfileUrl,industry,vmid"
            + "|username,full_name,first_name,last_name,,,,location,bio,linkedin_username,username,category,",
        "Modash"
            + "|Platform,Username,Full name,Profile URL,Followers,Engagement rate,Average likes,Location,Language"
            + "|platform,username,full_name,username,followers,,average_likes,location,language",
        "Apollo"
            + "|First Name,Last Name,Title,Company,Email,Industry,Person Linkedin Url,Website,Company Linkedin Url,Facebook Url,Twitter Url,City,State,Country"
            + "|first_name,last_name,,,,category,linkedin_username,website,,facebook_username,,city,region,country",
        "Meta"
            + "|Account ID,Account username,Account name,Page ID,Page name"
            + "|external_id,username,full_name,external_id,full_name",
        "by hand"
            + "|name,ig,insta handle,facebook_username,linkedin_url,TikTok Handle,tt_followers,ig bio,notes"
            + "|full_name,instagram_username,instagram_username,facebook_username,linkedin_username,tiktok_username,tiktok_followers,instagram_bio,"
      })
  void shouldRecogniseTheColumnsOfExportTools(String tool, String headers, String roles) {
    String recognised =
        Arrays.stream(headers.split(",", -1))
            .map(header -> KnownHeaders.role(header).key())
            .collect(Collectors.joining(","));

    assertThat(recognised).as(tool).isEqualTo(roles);
  }
}
