/** People, tasks and what is handed in for them: a schema that several tests of matching begin with. */
export const TASKS = `
//- /schema.prisma
model User {
  id    String @id
  name  String
  email String
  phone String
  city  String
}
model TaskSubmission {
  id     String @id
  answer String
  grade  Int
  task   Task   @relation(fields: [taskId], references: [id])
  taskId String
}
model Task {
  id          String           @id
  title       String
  submissions TaskSubmission[]
}
`
