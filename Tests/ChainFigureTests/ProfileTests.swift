import ChainFigure
import ChainGeometry
import Testing

@Suite struct ProfileTests {
  @Test func roomsAreThoseOfTheirMedia() {
    #expect(Profile.slide.room == Size(width: 960, height: 540))
    #expect(Profile.paper.room == Size(width: 6.5 * 72, height: 9 * 72))
    #expect(Profile.column.room == Size(width: 3.25 * 72, height: 9 * 72))
  }

  @Test(arguments: Profile.allCases)
  func sizesFallAndEndWithTheSmallest(profile: Profile) {
    #expect(profile.textSizes == profile.textSizes.sorted(by: >))
    #expect(profile.smallestText == profile.textSizes.last)
  }

  @Test func profilesHaveTheWordsOfTheCommandLine() {
    #expect(Profile.allCases.map(\.rawValue) == ["slide", "paper", "column"])
  }
}
