/** One green pixel. */
export const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGOwq/IDAAIAAQdmZ8OVAAAAAElFTkSuQmCC'
