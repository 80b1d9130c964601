/** Waits for real until something is true, at most five seconds; a test asserts what it waited for. */
export async function until(isDone: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5_000 && !isDone(); waited += 5) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
