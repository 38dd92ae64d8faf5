import ChainFigure
import ChainScene
import Testing

struct FactoredFormTests {
  @Test func aFactorOfOneIsLeftOut() throws {
    let rows = try drawn(diamonds(3)).scene.texts(.panel)
    let total = try #require(rows.last)
    #expect(!total.joined().contains("∂u₁/∂p₁"), "its Jacobian is 1")
  }

  @Test func theFormStandsInThePlaceOfTheListWhereThereIsNoRoom() throws {
    let roomy = try drawn(diamonds(3)) { $0.direction = .right }.scene.texts(.panel)
    let scene = try drawn(diamonds(3)) { $0.profile = .column }.scene
    #expect(scene.texts(.panel).count <= roomy.count)
    #expect(scene.texts(.panel).contains { $0.contains("8 paths") })
  }

  @Test func negativeNumbersStandInBrackets() throws {
    let total = try #require(try drawn(diamonds(3)).scene.texts(.panel).last)
    #expect(total.contains { $0.contains("+ (−") || $0.contains("((−") }, "\(total)")
  }
}
