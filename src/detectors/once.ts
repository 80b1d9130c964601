/** Answers with what `make` gives, which is made when it is first asked for: at a send much is asked for never. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    if (made === undefined) made = make();
    return made;
  };
}
