import { commands, Location, Position, Range, Uri } from 'vscode'
import type * as protocol from 'vscode-languageserver-protocol'
import type { Command } from './command.js'

/** Shows places in the peek view: what a code lens of the server does when it is clicked. */
export const showReferences: Command = async (_context, uri, position, locations) => {
  const places = locations as readonly protocol.Location[]
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(String(uri)),
    positionOf(position as protocol.Position),
    places.map(
      ({ uri, range }) => new Location(Uri.parse(uri), new Range(positionOf(range.start), positionOf(range.end))),
    ),
  )
}

function positionOf({ line, character }: protocol.Position): Position {
  return new Position(line, character)
}
